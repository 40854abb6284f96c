package io.guildhall.community.survey.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** @param question 1 to 300 characters, blanks around it not counted */
record QuestionRequest(@NotBlank @Size(max = 300) String question) {

    QuestionRequest {
        question = question == null ? question : question.strip();
    }
}
