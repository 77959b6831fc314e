package org.closecall.occurrence;

import io.quarkus.qute.TemplateData;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.closecall.web.Errors;
import org.closecall.web.Formats;
import org.closecall.web.Typed;

/** How far the impact went: its kinds, and how many customers felt it, as a number or as a share of all. */
@Embeddable
@TemplateData
public class Extent {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}|\\d{1,3}([, ]\\d{3}){1,3}");
    private static final Pattern SHARE = Pattern.compile("\\d{1,3}([.,]\\d{1,2})?");
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    @Column(name = "impact_kinds")
    @Convert(converter = ImpactKind.Several.class)
    public Set<ImpactKind> kinds = EnumSet.noneOf(ImpactKind.class);
    @Column(name = "customers_affected")
    public Long customers;
    /** Per cent. */
    @Column(name = "customers_share")
    public BigDecimal share;

    /** What was typed, after check has found nothing wrong. */
    static Extent of(List<String> kinds, String customers, String share) {
        var extent = new Extent();
        extent.kinds = chosen(kinds);
        extent.customers = Typed.given(customers) ? Long.valueOf(customers.replaceAll("\\D", "")) : null;
        extent.share = Typed.given(share) ? new BigDecimal(plain(share).replace(',', '.')).stripTrailingZeros() : null;
        return extent;
    }

    static void check(Errors errors, List<String> kinds, String customers, String share) {
        if (chosen(kinds).contains(ImpactKind.NONE) && chosen(kinds).size() > 1) {
            errors.add("impactKinds", "None cannot stand beside other kinds of impact");
        }
        if (Typed.given(customers) && !NUMBER.matcher(customers.strip()).matches()) {
            errors.add("customers", "A whole number from 0 on, such as 2,470");
        }
        if (Typed.given(share) && (!SHARE.matcher(plain(share)).matches() || new BigDecimal(plain(share).replace(',', '.')).compareTo(ALL) > 0)) {
            errors.add("share", "A share from 0 to 100 per cent, such as 12.5");
        } else if (Typed.given(customers) && Typed.given(share)) {
            errors.add("share", "Either the number or the share: empty one of them");
        }
    }

    /** Errors, Wrong data. Null when nobody has said. */
    public String kindNames() {
        return kinds.isEmpty() ? null : kinds.stream().sorted().map(kind -> kind.label).collect(Collectors.joining(", "));
    }

    /** 2,470 or 12.5 %. Null when nobody knows. */
    public String customerWords() {
        return customers != null ? Formats.grouped(customers) : share == null ? null : shareText() + "\u00a0%";
    }

    String shareText() {
        return share == null ? "" : share.stripTrailingZeros().toPlainString();
    }

    /** The way back from the words of a history. */
    static Extent said(Extent now, String names) {
        var extent = new Extent();
        extent.customers = now.customers;
        extent.share = now.share;
        extent.kinds = chosen(names == null ? List.of() : List.of(ImpactKind.values()).stream().filter(kind -> List.of(names.split(", ")).contains(kind.label)).map(Enum::name).toList());
        return extent;
    }

    static Extent counted(Extent now, String words) {
        var share = words != null && words.endsWith("%");
        var extent = of(List.of(), share ? "" : words, share ? words : "");
        extent.kinds = now.kinds;
        return extent;
    }

    private static Set<ImpactKind> chosen(List<String> names) {
        var kinds = EnumSet.noneOf(ImpactKind.class);
        (names == null ? List.<String>of() : names).stream().map(name -> Typed.choice(ImpactKind.class, name)).filter(Objects::nonNull).forEach(kinds::add);
        return kinds;
    }

    private static String plain(String share) {
        return share.replaceAll("[\\s\\u00a0]*%?[\\s\\u00a0]*$", "").strip();
    }
}
