package org.closecall.web;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.regex.Pattern;

/**
 * No text of ours holds the sign that PostgreSQL cannot store, nor those that turn round what stands beside them in a page:
 * what is typed or asked for loses them on the way in. Right-to-left writing needs none of these.
 */
@Provider
public class PlainText implements ParamConverterProvider {

    private static final int UNKNOWN = 0xFFFD;
    private static final Pattern UNWANTED = Pattern.compile("[\\x00\\u202A-\\u202E\\u2066-\\u2069]");

    /** JSON may also carry half a sign, which no encoding can hold. */
    public static String whole(String text) {
        return text == null ? null : without(text).codePoints().map(sign -> Character.getType(sign) == Character.SURROGATE ? UNKNOWN : sign)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static String without(String text) {
        return UNWANTED.matcher(text).replaceAll("");
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == String.class ? (ParamConverter<T>) new Without() : null;
    }

    private static final class Without implements ParamConverter<String> {

        @Override
        public String fromString(String text) {
            return text == null ? null : without(text);
        }

        @Override
        public String toString(String text) {
            return text;
        }
    }
}
