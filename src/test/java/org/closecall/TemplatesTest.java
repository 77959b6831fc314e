package org.closecall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.qute.CheckedTemplate;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What Qute does not check itself: tags are called with what they declare, and use nothing else. */
class TemplatesTest {

    private static final int LONGEST = 130;
    private static final Pattern INLINE = Pattern.compile("\\sstyle=|<style|<script(?![^>]* src=)|\\son[a-z]+=|javascript:|data-bs-html");

    @Test
    void noneHasStyleOrScriptOfItsOwn() {
        assertEquals(List.of(), Template.ALL.stream().filter(template -> INLINE.matcher(template.markup()).find()).map(Template::path).toList());
    }

    @Test
    void noneIsTooLongToReadAtOnce() {
        assertEquals(List.of(), Template.ALL.stream().filter(template -> template.text().lines().count() > LONGEST).map(Template::path).toList());
    }

    @Test
    void everyTagDeclaresWhatItUses() {
        assertEquals(List.of(), Template.tags().flatMap(tag -> tag.used().stream().filter(name -> !tag.declared().contains(name)).map(name -> tag.path() + " uses " + name)).toList());
    }

    @Test
    void everyTagUsesWhatItDeclares() {
        assertEquals(List.of(), Template.tags().flatMap(tag -> tag.declared().stream().filter(name -> !tag.used().contains(name)).map(name -> tag.path() + " never uses " + name)).toList());
    }

    @Test
    void tagsAreCalledWithWhatTheyDeclare() {
        var wrong = Template.ALL.stream().flatMap(template -> template.calls().stream()
                .flatMap(call -> Template.tag(call.name()).stream().flatMap(tag -> call.parameters().stream()
                        .filter(parameter -> !tag.declared().contains(parameter)).map(parameter -> template.path() + " gives {#" + call.name() + "} " + parameter)))).toList();
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyTagIsUsed() {
        var called = Template.ALL.stream().flatMap(template -> template.calls().stream()).map(Template.Call::name).distinct().toList();
        assertEquals(List.of(), Template.tags().map(Template::name).filter(name -> !called.contains(name)).toList());
    }

    @Test
    void everyPageIsShown() {
        var shown = new TreeSet<>(included());
        Classes.ALL.stream().filter(type -> type.isAnnotatedWith(CheckedTemplate.class)).forEach(type -> type.getMethods()
                .forEach(page -> shown.add(folder(type.getAnnotationOfType(CheckedTemplate.class).basePath(), type.getEnclosingClass().orElseThrow().getSimpleName()) + "/" + page.getName().replaceFirst("\\$.*", ""))));
        assertEquals(List.of(), Template.ALL.stream().filter(template -> !template.isTag()).map(Template::path).filter(path -> !shown.contains(path.replaceFirst("\\.[a-z]+$", ""))).toList());
    }

    @Test
    void textOfTheUserIsNeverRaw() {
        assertEquals(List.of(), Template.ALL.stream().filter(template -> template.text().contains(".raw") || template.text().contains(".safe")).map(Template::path).toList());
    }

    private static Stream<String> includes(Template template) {
        return Pattern.compile("\\{#include ([\\w/]+)").matcher(template.text()).results().map(found -> found.group(1));
    }

    private static List<String> included() {
        return Template.ALL.stream().flatMap(TemplatesTest::includes).filter(Objects::nonNull).toList();
    }

    private static String folder(String basePath, String resource) {
        return basePath.equals(CheckedTemplate.DEFAULTED) ? resource : basePath;
    }
}
