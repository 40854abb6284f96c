package io.guildhall.course.lesson;

/** Text that refuses to grow beyond a number of characters. */
final class BoundedText implements Appendable {

    /** The text would have grown too long. */
    static final class TooLong extends RuntimeException {

        TooLong(int longest) {
            super("more than " + longest + " characters", null, false, false);
        }
    }

    private final StringBuilder text = new StringBuilder();
    private final int longest;

    BoundedText(int longest) {
        this.longest = longest;
    }

    @Override
    public BoundedText append(CharSequence more) {
        return append(more, 0, more.length());
    }

    @Override
    public BoundedText append(CharSequence more, int start, int end) {
        need(end - start);
        text.append(more, start, end);
        return this;
    }

    @Override
    public BoundedText append(char more) {
        need(1);
        text.append(more);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private void need(int characters) {
        if (characters > longest - text.length()) {
            throw new TooLong(longest);
        }
    }
}
