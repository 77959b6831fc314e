package org.closecall.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** All that is written down of the sample organisation: who is there, what they run, what happened to them. */
record Script(Company company, List<Story> stories, Map<String, Story> byKey) {

    private static final ObjectMapper READER = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
    private static final int MOST_SIGNS = 4 * 1024 * 1024;

    static Script read() {
        var company = READER.convertValue(yaml("company"), Company.class);
        var stories = company.services().stream().flatMap(service -> ((List<?>) yaml(service.key())).stream()).map(one -> READER.convertValue(one, Story.class)).toList();
        return new Script(company, stories, stories.stream().collect(Collectors.toMap(Story::key, Function.identity())));
    }

    private static Object yaml(String name) {
        var options = new LoaderOptions();
        options.setCodePointLimit(MOST_SIGNS);
        try (var file = Script.class.getResourceAsStream("/sample/" + name + ".yaml")) {
            return new Yaml(new SafeConstructor(options)).load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
