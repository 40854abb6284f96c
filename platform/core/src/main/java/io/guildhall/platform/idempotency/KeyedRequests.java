package io.guildhall.platform.idempotency;

import com.mongodb.MongoException;
import io.guildhall.platform.problem.ProblemType;
import io.guildhall.platform.problem.Problems;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Runs a request with a key once and answers its repetitions as the first. */
final class KeyedRequests {

    static final String REPLAYED = "Idempotency-Replayed";

    private static final Logger LOG = LoggerFactory.getLogger(KeyedRequests.class);
    private static final Set<Integer> PASSING = Set.of(
            ProblemType.FORBIDDEN.status(), ProblemType.NOT_FOUND.status(), ProblemType.TOO_MANY_REQUESTS.status());

    private static final List<String> KEPT_HEADERS = List.of(
            HttpHeaders.CONTENT_TYPE,
            HttpHeaders.CONTENT_LANGUAGE,
            HttpHeaders.LOCATION,
            HttpHeaders.ETAG,
            HttpHeaders.ALLOW,
            PositionedResponse.POSITION);

    /** What is done in the first attempt. */
    interface Work {
        void into(HttpServletResponse answer) throws ServletException, IOException;
    }

    private final KeptAnswers answers;

    KeyedRequests(KeptAnswers answers) {
        this.answers = answers;
    }

    void answer(KeyedRequest wish, HttpServletRequest request, HttpServletResponse response, Work work)
            throws ServletException, IOException {
        Optional<KeptAnswers.Attempt> attempt = claim(wish, response);
        if (attempt.isPresent()) {
            run(attempt.get(), request, response, work);
        } else {
            replay(answers.find(wish).orElseThrow(InProgress::new), response);
        }
    }

    private Optional<KeptAnswers.Attempt> claim(KeyedRequest wish, HttpServletResponse response) {
        try {
            return answers.claim(wish);
        } catch (InProgress running) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            throw running;
        }
    }

    private void run(KeptAnswers.Attempt attempt, HttpServletRequest request, HttpServletResponse response, Work work)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        boolean ended = false;
        try {
            work.into(answer);
            ended = true;
        } finally {
            settle(attempt, ended && isFinal(request, answer) ? kept(answer) : null);
        }
        answer.copyBodyToResponse();
    }

    /**
     * A race that was lost, an overload and a failure of ours are no answers: a repetition tries again. Nor is that
     * something is not there or not allowed: this service may hear of it a moment later.
     */
    private static boolean isFinal(HttpServletRequest request, HttpServletResponse answer) {
        return answer.getStatus() < 500
                && !PASSING.contains(answer.getStatus())
                && !Problems.answered(request)
                        .filter(ProblemType.CONFLICT::equals)
                        .isPresent();
    }

    /** The command is done either way: if its answer cannot be kept now, a repetition is answered by the log. */
    private void settle(KeptAnswers.Attempt attempt, @org.jspecify.annotations.Nullable KeptAnswer answer) {
        try {
            if (answer == null) {
                answers.release(attempt);
            } else {
                answers.keep(attempt, answer);
            }
        } catch (MongoException e) {
            LOG.warn("The answer to an Idempotency-Key could not be kept: {}", e.toString());
        }
    }

    private static KeptAnswer kept(ContentCachingResponseWrapper answer) {
        Map<String, String> headers = new TreeMap<>();
        for (String name : KEPT_HEADERS) {
            String value = name.equals(HttpHeaders.CONTENT_TYPE) ? answer.getContentType() : answer.getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        return new KeptAnswer(answer.getStatus(), headers, answer.getContentAsByteArray());
    }

    private static void replay(KeptAnswer kept, HttpServletResponse response) throws IOException {
        response.setStatus(kept.status());
        kept.headers().forEach(response::setHeader);
        response.setHeader(REPLAYED, "true");
        response.setContentLength(kept.body().length);
        response.getOutputStream().write(kept.body());
        response.flushBuffer();
    }
}
