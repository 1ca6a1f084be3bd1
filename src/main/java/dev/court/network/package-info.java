/** Why a connection failed, in words for people. */
package dev.court.network;
