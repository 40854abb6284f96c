package io.guildhall.load;

/** A part of a stack, which the stack's supervisor starts again. */
final class StackPart implements Victim {

    private final LocalStack stack;
    private final String name;
    private int restarts;

    StackPart(LocalStack stack, String name) {
        this.stack = stack;
        this.name = name;
        this.restarts = stack.restarts(name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean ready() {
        return stack.ready(name, restarts);
    }

    @Override
    public void kill() {
        restarts = stack.restarts(name) + 1;
        stack.kill(name);
    }
}
