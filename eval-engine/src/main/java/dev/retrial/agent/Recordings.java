package dev.retrial.agent;

import java.nio.file.Path;
import org.apiguardian.api.API;

/**
 * What an agent said elsewhere, in the chat-completions message format.
 *
 * @param directory holds {@code <case>.json}, {@code <case>/<cohort>.json} or {@code <case>/<cohort>/<trial>.json}, looked for in this order
 * @param boundary no file outside of this directory is read, wherever a symbolic link points
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Recordings(Path directory, Path boundary) implements Agent {}
