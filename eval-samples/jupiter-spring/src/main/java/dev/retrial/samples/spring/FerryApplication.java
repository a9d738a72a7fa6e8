package dev.retrial.samples.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application. */
@SpringBootApplication
public class FerryApplication {

    /** Starts it. */
    public static void main(String[] arguments) {
        SpringApplication.run(FerryApplication.class, arguments);
    }
}
