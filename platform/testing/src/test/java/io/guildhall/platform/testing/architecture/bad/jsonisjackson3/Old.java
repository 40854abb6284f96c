package io.guildhall.platform.testing.architecture.bad.jsonisjackson3;

import com.fasterxml.jackson.core.JacksonException;

class Old {
    String write(Object value) throws JacksonException {
        return String.valueOf(value);
    }
}
