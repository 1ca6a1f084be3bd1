/** How text stands on a terminal: its width, its breaks, and what it must not hold. Knows JLine. */
package dev.court.text;
