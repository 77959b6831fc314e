package org.closecall.action;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateExtension;
import java.util.List;
import java.util.regex.Pattern;
import org.closecall.web.Option;
import org.closecall.web.Typed;

/** What an action waits for and what waits for it. */
@TemplateData
public record Blocking(List<ActionItem> by, List<ActionItem> of) {

    private static final int MOST = 50;
    private static final int MOST_OFFERED = 20;
    /** 12, or the address of its page. */
    private static final Pattern NAMED = Pattern.compile("(?:(?:https?://\\S+)?/actions/)?(\\d{1,18})(?:[/?#]\\S*)?");
    private static final String OTHERS = "from ActionItem a left join fetch a.occurrence o where a <> ?1 and a.deletedAt is null and (o is null or o.deletedAt is null)";

    @TemplateExtension
    static Blocking blocking(ActionItem action) {
        return new Blocking(Blocker.of(action), Blocker.waitingFor(action, MOST));
    }

    /** The unfinished actions of its record: what it most likely waits for. */
    @TemplateExtension
    static List<Option> blockersOffered(ActionItem action) {
        return action.occurrence == null ? List.of() : options(ActionItem.find(OTHERS + " and a.occurrence = ?2 and a.state in (OPEN, IN_PROGRESS) order by a.id desc", action, action.occurrence));
    }

    /** Those that are meant by a number, an address or words of the title: one, none or several. */
    static List<ActionItem> meant(ActionItem action, String typed) {
        var named = NAMED.matcher(typed.strip());
        if (named.matches()) {
            return ActionItem.list(OTHERS + " and a.id = ?2", action, Long.valueOf(named.group(1)));
        }
        var words = typed.strip().toLowerCase().replaceAll("([\\\\%_])", "\\\\$1");
        return Typed.given(typed) ? ActionItem.<ActionItem>find(OTHERS + " and a.state in (OPEN, IN_PROGRESS) and lower(a.title) like ?2 order by case when lower(a.title) = ?3 then 0 else 1 end, a.id desc", action, "%" + words + "%", typed.strip().toLowerCase())
                .page(0, MOST_OFFERED).list() : List.of();
    }

    private static List<Option> options(PanacheQuery<ActionItem> found) {
        return found.page(0, MOST_OFFERED).list().stream().map(action -> Option.of(action.id, action.title)).toList();
    }

    public long unfinished() {
        return by.stream().filter(action -> action.state.unfinished()).count();
    }
}
