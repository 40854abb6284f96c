package io.guildhall.member.mail;

import io.guildhall.platform.lease.Lease;
import io.guildhall.platform.lease.LeasedWork;
import io.guildhall.platform.lease.Leases;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends what waits in the box by SMTP, one instance at a time, and tries again what fails. At least once. */
@Component
@Profile("!local")
class Postman implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Mails mails;
    private final JavaMailSender smtp;
    private final Leases leases;
    private final String from;
    private LeasedWork.@Nullable Standing work;

    Postman(Mails mails, JavaMailSender smtp, Leases leases, @Value("${guildhall.mail.from}") String from) {
        this.mails = mails;
        this.smtp = smtp;
        this.leases = leases;
        this.from = from;
    }

    @Override
    public void start() {
        work = leases.keep("postman", LEASE, this::deliver);
    }

    @Override
    public void stop() {
        if (work != null) {
            work.close();
            work = null;
        }
    }

    @Override
    public boolean isRunning() {
        return work != null;
    }

    private void deliver(Lease lease) throws InterruptedException {
        while (lease.held()) {
            Optional<PostedMail> next = mails.next();
            if (next.isPresent()) {
                send(next.get());
            } else {
                Thread.sleep(LOOK);
            }
        }
    }

    private void send(PostedMail posted) {
        Letter letter = mails.open(posted);
        var message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(letter.to());
        message.setSubject(letter.subject());
        message.setText(letter.text());
        try {
            smtp.send(message);
            mails.sent(posted);
        } catch (MailException e) {
            LOG.warn(
                    "The mail {} was not sent and is tried again: {}",
                    posted.id(),
                    e.getClass().getSimpleName());
            mails.failed(posted);
        }
    }
}
