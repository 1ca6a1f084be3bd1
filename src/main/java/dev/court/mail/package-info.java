/** One letter to one SMTP server. The only package that knows Jakarta Mail. */
package dev.court.mail;
