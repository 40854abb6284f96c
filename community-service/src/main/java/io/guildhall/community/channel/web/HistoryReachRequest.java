package io.guildhall.community.channel.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** @param reach of what readers see: all, or what was said since their access began */
record HistoryReachRequest(
        @NotNull @Pattern(regexp = "whole|since-joining") String reach) {}
