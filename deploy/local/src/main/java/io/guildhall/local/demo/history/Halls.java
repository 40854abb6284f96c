package io.guildhall.local.demo.history;

import io.guildhall.local.demo.BundledCourse;
import io.guildhall.local.demo.story.Hall;
import java.util.List;

/**
 * The two communities of a history, as their owner founds them.
 *
 * @param prefix of the names of the steps that make it
 * @param month the price of a month, in minor units; ten of it buy a year
 * @param course the price of a course
 */
record Halls(
        String prefix,
        String name,
        String description,
        String language,
        List<BundledCourse> courses,
        String currency,
        long month,
        long course,
        String monthly,
        String yearly,
        String lounge,
        String questions,
        String survey) {

    static final List<Halls> ALL = List.of(
            new Halls(
                    "",
                    "The Event Workshop",
                    "Programmers who learn event sourcing by building it.",
                    "en",
                    List.of(BundledCourse.EVENT_SOURCING, BundledCourse.MONEY),
                    "EUR",
                    1_900,
                    4_900,
                    "Workbench, by the month",
                    "Workbench, by the year",
                    "The long table",
                    "Questions",
                    "How much did the workshop help you with your work this quarter?"),
            new Halls(
                    "zh-",
                    "消息夜航",
                    "后端工程师的小船：把消息投递讲清楚，也把线上的坑摆到桌面上。",
                    "zh-CN",
                    List.of(BundledCourse.MESSAGES),
                    "CNY",
                    4_900,
                    9_900,
                    "月度会员",
                    "年度会员",
                    "甲板",
                    "提问",
                    "最近三个月，这里的内容对你的工作帮助有多大？"));

    static List<Hall> forStory() {
        return ALL.stream()
                .map(hall -> new Hall(
                        hall.language,
                        hall.courses.stream()
                                .map(course -> course.files().size())
                                .toList()))
                .toList();
    }

    long year() {
        return 10 * month;
    }
}
