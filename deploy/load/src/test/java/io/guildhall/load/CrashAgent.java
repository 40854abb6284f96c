package io.guildhall.load;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * Loaded into a process that runs, it makes a method the place where that process ends at once, as by kill -9, or where
 * whoever comes there is held up or fails. Nothing of it is in what users run.
 */
public final class CrashAgent {

    /** As of a process that was killed. */
    private static final int KILLED = 137;

    private static final ClassDesc RUNTIME = ClassDesc.of("java.lang.Runtime");
    private static final ClassDesc FAILURE = ClassDesc.of("java.lang.IllegalStateException");
    private static final ClassDesc THREAD = ClassDesc.of("java.lang.Thread");

    private CrashAgent() {}

    /**
     * @param place class and method, with a # between; the process ends when the method is entered, or each thread waits
     *     there for so many milliseconds as stand behind another #, or fails whose first argument tells of what stands
     *     there
     */
    public static void agentmain(String place, Instrumentation instrumentation) throws UnmodifiableClassException {
        String[] parts = place.split("#");
        instrumentation.addTransformer(
                new Trap(parts[0], parts[1], parts.length > 2 ? held(parts[2]) : new Halt()), true);
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (loaded.getName().equals(parts[0])) {
                instrumentation.retransformClasses(loaded);
            }
        }
    }

    private static CodeTransform held(String what) {
        return what.chars().allMatch(Character::isDigit) ? new Stall(Long.parseLong(what)) : new Failure(what);
    }

    private record Trap(String type, String method, CodeTransform what) implements ClassFileTransformer {

        @Override
        public byte @Nullable [] transform(
                Module module,
                ClassLoader loader,
                String name,
                Class<?> redefined,
                ProtectionDomain domain,
                byte[] code) {
            if (!type.replace('.', '/').equals(name)) {
                return null;
            }
            var classes = ClassFile.of(
                    ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofClassLoading(loader)));
            return classes.transformClass(
                    classes.parse(code),
                    ClassTransform.transformingMethodBodies(
                            each -> each.methodName().equalsString(method), what));
        }
    }

    /** Before the first instruction. */
    private static final class Halt implements CodeTransform {

        @Override
        public void atStart(CodeBuilder builder) {
            builder.invokestatic(RUNTIME, "getRuntime", MethodTypeDesc.of(RUNTIME))
                    .loadConstant(KILLED)
                    .invokevirtual(RUNTIME, "halt", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int));
        }

        @Override
        public void accept(CodeBuilder builder, CodeElement element) {
            builder.with(element);
        }
    }

    /** Before the first instruction, each time. */
    private record Stall(long millis) implements CodeTransform {

        @Override
        public void atStart(CodeBuilder builder) {
            builder.loadConstant(millis)
                    .invokestatic(THREAD, "sleep", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long));
        }

        @Override
        public void accept(CodeBuilder builder, CodeElement element) {
            builder.with(element);
        }
    }

    /** Before the first instruction, where the first argument has the text in it. */
    private record Failure(String text) implements CodeTransform {

        @Override
        public void atStart(CodeBuilder builder) {
            builder.aload(1)
                    .invokestatic(
                            ConstantDescs.CD_String,
                            "valueOf",
                            MethodTypeDesc.of(ConstantDescs.CD_String, ConstantDescs.CD_Object))
                    .loadConstant(text)
                    .invokevirtual(
                            ConstantDescs.CD_String,
                            "contains",
                            MethodTypeDesc.of(ConstantDescs.CD_boolean, ClassDesc.of("java.lang.CharSequence")))
                    .ifThen(fails -> fails.new_(FAILURE)
                            .dup()
                            .loadConstant(text + " always fails")
                            .invokespecial(
                                    FAILURE,
                                    ConstantDescs.INIT_NAME,
                                    MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String))
                            .athrow());
        }

        @Override
        public void accept(CodeBuilder builder, CodeElement element) {
            builder.with(element);
        }
    }
}
