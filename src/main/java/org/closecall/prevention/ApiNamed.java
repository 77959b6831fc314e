package org.closecall.prevention;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import java.io.IOException;
import org.closecall.web.PlainText;

/** Something by its name or by its id: a pipeline knows what its service is called, and need not look up the number. */
class ApiNamed extends JsonDeserializer<String> {

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return parser.getText();
        }
        return parser.currentToken() == JsonToken.VALUE_STRING ? PlainText.whole(parser.getText()) : (String) context.handleUnexpectedToken(String.class, parser);
    }
}
