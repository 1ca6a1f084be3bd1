/** What must not be printed, and how it is sealed before it is stored. Hides Tink. */
package dev.court.secret;
