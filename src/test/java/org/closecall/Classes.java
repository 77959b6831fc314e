package org.closecall;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.Path;
import java.util.List;

/** The application's own classes, as compiled, without tests. */
final class Classes {

    static final JavaClasses ALL = new ClassFileImporter().importPath(java.nio.file.Path.of("target", "classes"));

    private Classes() {
    }

    static List<JavaClass> resources() {
        return ALL.stream().filter(type -> type.isAnnotatedWith(Path.class)).sorted((a, b) -> a.getName().compareTo(b.getName())).toList();
    }
}
