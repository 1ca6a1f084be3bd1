/** Forms and words of a page of HTML. Hides jsoup; fetches nothing. */
package dev.court.page;
