package dev.retrial.scene;

import org.apiguardian.api.API;

/** What a tool does to the world. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Effect {
    /** Looks something up; free unless an expectation says otherwise. */
    READ,
    /** Changes something that the customer would notice; an unexpected one fails where calls are expected. */
    WRITE,
    /** A note or a metric; never counts as a write. */
    LOG
}
