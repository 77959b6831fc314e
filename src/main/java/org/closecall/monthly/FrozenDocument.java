package org.closecall.monthly;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What a review said when it was frozen. Written once; only pages that show it read it. */
@Entity
public class FrozenDocument extends PanacheEntityBase {

    /** What later versions know more of or no longer know is left out, never an error: old documents stay readable. */
    static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
            .disable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES).build();

    @Id
    public Long reviewId;
    public int definitions;
    public String content;

    static void keep(MonthlyReview review, Document document) {
        var kept = new FrozenDocument();
        kept.reviewId = review.id;
        kept.definitions = document.about().definitions();
        kept.content = written(document);
        kept.persist();
    }

    static Document of(MonthlyReview review) {
        FrozenDocument kept = findById(review.id);
        return read(kept.content);
    }

    static String written(Object document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Document read(String content) {
        try {
            return JSON.readValue(content, Document.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
