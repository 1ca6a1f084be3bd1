/**
 * Words on their way to a person or a program: control characters, length, quoting, times and
 * durations in words. Knows nothing of tennis, and needs the language only.
 */
package dev.court.text;
