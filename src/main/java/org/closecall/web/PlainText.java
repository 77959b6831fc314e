package org.closecall.web;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** No text of ours holds the sign that PostgreSQL cannot store: what is typed or asked for loses it on the way in. */
@Provider
public class PlainText implements ParamConverterProvider {

    private static final int UNKNOWN = 0xFFFD;

    /** JSON may also carry half a sign, which no encoding can hold. */
    public static String whole(String text) {
        return text == null ? null : text.codePoints().filter(sign -> sign != 0).map(sign -> Character.getType(sign) == Character.SURROGATE ? UNKNOWN : sign)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == String.class ? (ParamConverter<T>) new WithoutNull() : null;
    }

    private static final class WithoutNull implements ParamConverter<String> {

        @Override
        public String fromString(String text) {
            return text == null ? null : text.replace("\u0000", "");
        }

        @Override
        public String toString(String text) {
            return text;
        }
    }
}
