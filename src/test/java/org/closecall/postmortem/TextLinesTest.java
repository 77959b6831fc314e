package org.closecall.postmortem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextLinesTest {

    @Test
    void breaksAtWordsAndShortensTheLastLine() {
        assertEquals(List.of("one two", "three"), TextLines.of("one two three", 7, 3));
        assertEquals(List.of("one two", "three…"), TextLines.of("one  two\nthree four five", 7, 2));
        assertEquals(List.of("Dampf", "schif", "ffah…"), TextLines.of("Dampfschifffahrt", 5, 3));
        assertEquals(List.of("It was", "thread_", "pool_size", "then"), TextLines.of("It was thread_pool_size then", 9, 4));
        assertEquals(List.of("A Donau", "dampf"), TextLines.of("A Donaudampf", 7, 4));
        assertEquals(List.of(""), TextLines.of(" ", 5, 3));
        assertEquals(List.of("漢字", "漢…"), TextLines.of("漢字漢字漢字", 4, 2));
        assertEquals(List.of("😀", "😀"), TextLines.of("😀😀", 1, 2));
    }
}
