/**
 * HTTP as Atrium's API and realm need it: requests, answers, time limits, and one connection under
 * this program's own control for the request that counts. The only package that imports {@code
 * java.net.http} and HttpCore.
 */
package dev.court.atrium.http;
