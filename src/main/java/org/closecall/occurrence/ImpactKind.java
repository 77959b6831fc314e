package org.closecall.occurrence;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.closecall.web.Typed;

/** How customers or the business felt it; several of them, or none. */
public enum ImpactKind {
    ERRORS("Errors"), LATENCY("Slowness"), WRONG_DATA("Wrong data"), LOST_DATA("Lost data"), SECURITY("Security"), COST("Cost"), NONE("None");

    public final String label;

    ImpactKind(String label) {
        this.label = label;
    }

    /** As the store keeps several. */
    @Converter
    static class Several implements AttributeConverter<Set<ImpactKind>, String> {

        @Override
        public String convertToDatabaseColumn(Set<ImpactKind> kinds) {
            return kinds == null ? "" : kinds.stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
        }

        @Override
        public Set<ImpactKind> convertToEntityAttribute(String kept) {
            var kinds = EnumSet.noneOf(ImpactKind.class);
            Arrays.stream((kept == null ? "" : kept).split(" ")).map(name -> Typed.choice(ImpactKind.class, name)).filter(Objects::nonNull).forEach(kinds::add);
            return kinds;
        }
    }
}
