package org.closecall;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of docs/style.md that a machine can keep. */
class ArchitectureTest {

    private static final Path MAIN = Path.of("src", "main", "java");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final int LONGEST_CLASS = 200;

    /** Imports go on when the form is answered: they must find what it wrote, so it is written before they begin. */
    private static final Set<String> GO_ON_AFTERWARDS = Set.of("Imports.create", "ImportApplications.create", "LocalImports.create", "Samples.create");
    /** Wait for another site: what they write, they write before and after, in transactions of their own. */
    private static final Set<String> ASK_ELSEWHERE = Set.of("ActionIssues.create", "ActionIssues.search", "TrackerTries.create");
    /** Packages of tests that are about the whole application. */
    private static final Set<String> ABOUT_THE_WHOLE = Set.of("org/closecall", "org/closecall/journeys");

    @Test
    void statisticsKnowNothingOfTheApplication() {
        classes().that().resideInAPackage("org.closecall.metrics..")
                .should().onlyDependOnClassesThat().resideInAnyPackage("org.closecall.metrics..", "java..", "org.apache.commons..").check(Classes.ALL);
    }

    @Test
    void nothingStandsBetweenResourceAndEntity() {
        var layers = Classes.ALL.stream().filter(type -> type.getSimpleName().matches(".+(Service|Repository|Manager|Mapper|Impl|Dao|Dto|Helper|Util|Utils)") || type.getSimpleName().equals("Service"))
                .map(JavaClass::getName).filter(name -> !name.equals("org.closecall.catalog.Service")).toList();
        assertEquals(List.of(), layers);
    }

    @Test
    void featuresMeetThroughEntitiesNotResources() {
        var uses = Classes.resources().stream().flatMap(resource -> resource.getDirectDependenciesToSelf().stream())
                .filter(use -> !use.getOriginClass().getPackageName().equals(use.getTargetClass().getPackageName()))
                .map(use -> use.getOriginClass().getName() + " uses " + use.getTargetClass().getName()).distinct().toList();
        assertEquals(List.of(), uses);
    }

    @Test
    void everyPublicMethodOfAResourceIsARoute() {
        assertEquals(List.of(), named(Classes.resources().stream().flatMap(resource -> resource.getMethods().stream())
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC) && !method.isAnnotatedWith(GET.class) && !method.isAnnotatedWith(POST.class))));
    }

    @Test
    void onlyWhatAFormKnowsIsAsked() {
        noMethods().should().beAnnotatedWith(PUT.class).orShould().beAnnotatedWith(DELETE.class).orShould().beAnnotatedWith(PATCH.class).check(Classes.ALL);
    }

    @Test
    void aWriteIsOneTransaction() {
        assertEquals(List.of(), named(methods(POST.class).filter(method -> !method.isAnnotatedWith(Transactional.class)).filter(method -> !GO_ON_AFTERWARDS.contains(name(method)) && !ASK_ELSEWHERE.contains(name(method)))));
        assertEquals(List.of(), named(methods(GET.class).filter(method -> method.isAnnotatedWith(Transactional.class))));
    }

    @Test
    void formsAreCheckedWhereTheirTextSurvives() {
        assertEquals(List.of(), named(Classes.resources().stream().flatMap(resource -> resource.getMethods().stream())
                .filter(method -> method.getParameters().stream().anyMatch(parameter -> parameter.isAnnotatedWith(Valid.class)))));
    }

    @Test
    void timeComesFromTheClock() {
        noClasses().that().doNotHaveFullyQualifiedName("org.closecall.web.Clocks").and().resideOutsideOfPackage("org.closecall.store..")
                .should().callMethodWhere(DescribedPredicate.describe("asks the machine for the time",
                        call -> call.getTargetOwner().getPackageName().equals("java.time") && call.getTarget().getName().matches("now|systemUTC|systemDefaultZone|systemDefault")
                                && call.getTarget().getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class))))
                .check(Classes.ALL);
    }

    @Test
    void noStaticOfPanacheThroughAMethodReference() {
        var references = Classes.ALL.stream().flatMap(type -> type.getMethodReferencesFromSelf().stream())
                .filter(reference -> reference.getTargetOwner().isAssignableTo(PanacheEntityBase.class))
                .filter(reference -> Arrays.stream(PanacheEntityBase.class.getMethods()).anyMatch(method -> method.getName().equals(reference.getTarget().getName()) && Modifier.isStatic(method.getModifiers())))
                .map(Object::toString).toList();
        assertEquals(List.of(), references);
    }

    @Test
    void filesStayShortEnoughToReadAtOnce() throws IOException {
        assertEquals(List.of(), files(MAIN).filter(file -> length(file) > LONGEST_CLASS).map(file -> file + " has " + length(file)).toList());
    }

    @Test
    void testsMirrorTheApplication() throws IOException {
        assertEquals(List.of(), files(TESTS).map(file -> TESTS.relativize(file).getParent()).distinct()
                .filter(folder -> !ABOUT_THE_WHOLE.contains(folder.toString().replace('\\', '/')) && !Files.isDirectory(MAIN.resolve(folder))).toList());
    }

    private static Stream<JavaMethod> methods(Class<? extends Annotation> route) {
        return Classes.resources().stream().flatMap(resource -> resource.getMethods().stream()).filter(method -> method.isAnnotatedWith(route));
    }

    private static List<String> named(Stream<JavaMethod> methods) {
        return methods.map(ArchitectureTest::name).sorted().toList();
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }

    /** Lines that say something: imports and empty ones do not make a file longer to read. */
    private static long length(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("import ") && !line.startsWith("package ")).count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
