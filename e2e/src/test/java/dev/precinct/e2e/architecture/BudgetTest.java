package dev.precinct.e2e.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sizes beyond which a file, a method or a package is more than one thing. */
class BudgetTest {
    private static final int CODE_LINES_OF_A_FILE = 400;
    private static final int LINES_OF_A_METHOD = 50;
    private static final int LINES_OF_A_TEST = 60;
    private static final int PARAMETERS = 5;
    private static final int CONSTRUCTOR_PARAMETERS = 8;
    private static final int FILES_OF_A_PACKAGE = 20;

    /** A method with its place. */
    private record Method(Path file, String name, boolean constructor, int parameters, long lines) {
        @Override
        public String toString() {
            return file + " " + name + ": " + lines + " lines, " + parameters + " parameters";
        }
    }

    @Test
    void noFileIsLongerThanItsBudget() throws IOException {
        var long_ = new ArrayList<String>();
        for (String tree : new String[] {"main", "test"}) {
            for (Path file : Modules.sources(tree)) {
                long lines = codeLines(file);
                if (lines > CODE_LINES_OF_A_FILE) {
                    long_.add(file + ": " + lines);
                }
            }
        }
        assertThat(long_).isEmpty();
    }

    @Test
    void noMethodIsLongerThanItsBudgetOrTakesTooMuch() throws IOException {
        assertThat(methods(Modules.sources("main")))
                .filteredOn(method -> method.lines() > LINES_OF_A_METHOD
                        || method.parameters() > (method.constructor() ? CONSTRUCTOR_PARAMETERS : PARAMETERS))
                .isEmpty();
    }

    @Test
    void noTestMethodIsLongerThanItsBudget() throws IOException {
        assertThat(methods(Modules.sources("test")))
                .filteredOn(method -> method.lines() > LINES_OF_A_TEST)
                .isEmpty();
    }

    @Test
    void noPackageHoldsMoreFilesThanItsBudget() throws IOException {
        Map<Path, Long> files = Modules.sources("main").stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        assertThat(files)
                .allSatisfy(
                        (room, count) -> assertThat(count).as(room.toString()).isLessThanOrEqualTo(FILES_OF_A_PACKAGE));
    }

    private static long codeLines(Path file) throws IOException {
        boolean comment = false;
        long lines = 0;
        for (String raw : Files.readAllLines(file)) {
            String line = raw.trim();
            if (line.startsWith("/*")) {
                comment = true;
            }
            if (!comment && !line.isEmpty() && !line.startsWith("//") && !line.startsWith("import ")) {
                lines++;
            }
            if (line.endsWith("*/")) {
                comment = false;
            }
        }
        return lines;
    }

    private static List<Method> methods(List<Path> files) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var methods = new ArrayList<Method>();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            var trees = Trees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new MethodScanner(trees, unit, methods::add).scan(unit, null);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return methods;
    }

    private static final class MethodScanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final Trees trees;
        private final CompilationUnitTree unit;
        private final Consumer<Method> found;

        MethodScanner(Trees trees, CompilationUnitTree unit, Consumer<Method> found) {
            this.trees = trees;
            this.unit = unit;
            this.found = found;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
            var positions = trees.getSourcePositions();
            var lines = unit.getLineMap();
            long first = lines.getLineNumber(positions.getStartPosition(unit, method));
            long last = lines.getLineNumber(positions.getEndPosition(unit, method));
            boolean constructor = method.getReturnType() == null;
            // The canonical constructor of a record repeats its components, which are data and not a call.
            boolean ofRecord = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree owner
                    && owner.getKind() == Tree.Kind.RECORD;
            int parameters =
                    constructor && ofRecord ? 0 : method.getParameters().size();
            found.accept(new Method(
                    Path.of(unit.getSourceFile().getName()),
                    method.getName().toString(),
                    constructor,
                    parameters,
                    last - first + 1));
            return super.visitMethod(method, nothing);
        }
    }
}
