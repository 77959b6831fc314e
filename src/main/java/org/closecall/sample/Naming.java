package org.closecall.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The numbers that the stories have here, and texts that name them. */
record Naming(Map<String, Long> numbers) {

    private static final Pattern NAMED = Pattern.compile("\\{#([a-z0-9-]+)}");

    /** Where a line of the file ends and its paragraph goes on: pages would keep the break. */
    private static final Pattern WRAPPED = Pattern.compile("(?<=\\S) *\n(?![\\s#>|]|[-*+] |\\d+[.)] )");

    /** In the order in which they were filed. */
    static Naming of(List<String> keys, long first) {
        var numbers = new HashMap<String, Long>();
        keys.forEach(key -> numbers.put(key, first + numbers.size()));
        return new Naming(numbers);
    }

    long number(String key) {
        return numbers.get(key);
    }

    /** With numbers for names, a line a paragraph. Null stays null. */
    String told(String text) {
        return text == null ? null : NAMED.matcher(WRAPPED.matcher(text.strip()).replaceAll(" ")).replaceAll(read -> "#" + numbers.get(read.group(1)));
    }
}
