package dev.retrial.junit;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;

/**
 * A node of the tree below the engine.
 *
 * <p>JUnit's own base class keeps a hash set of children, a source and a set of tags in every node. A suite may have tens of thousands of them, so
 * here children are a list and the rest is made when it is asked for.
 */
abstract sealed class Node implements TestDescriptor permits SuiteNode, CaseNode, Leaf {

    private final UniqueId id;
    private @Nullable TestDescriptor parent;
    private List<Node> children = List.of();

    Node(UniqueId id) {
        this.id = id;
    }

    /** The node for a segment of a unique id directly below this one, made where it does not exist yet; a leaf that says why where there can be none. */
    abstract Node select(UniqueId.Segment segment);

    /** Adds everything below this node that the run's filters allow. */
    abstract void selectAll();

    /** The children, in order. */
    final List<Node> nodes() {
        return children;
    }

    final @Nullable Node child(UniqueId childId) {
        for (Node child : children) {
            if (child.id.equals(childId)) {
                return child;
            }
        }
        return null;
    }

    @Override
    public final UniqueId getUniqueId() {
        return id;
    }

    @Override
    public Set<TestTag> getTags() {
        return Set.of();
    }

    @Override
    public Optional<TestSource> getSource() {
        return Optional.empty();
    }

    @Override
    public final Optional<TestDescriptor> getParent() {
        return Optional.ofNullable(parent);
    }

    @Override
    public final void setParent(@Nullable TestDescriptor parent) {
        this.parent = parent;
    }

    @Override
    public final Set<? extends TestDescriptor> getChildren() {
        return children.isEmpty() ? Set.of() : new ChildSet(children);
    }

    /** Adds a child; one that is here already stays where it is, since a selection may come to it by several ways. */
    @Override
    public final void addChild(TestDescriptor descriptor) {
        Node child = (Node) descriptor;
        if (child.parent == this) {
            return;
        }
        child.parent = this;
        if (children.isEmpty()) {
            children = new ArrayList<>(this instanceof SuiteNode ? 64 : 4);
        }
        children.add(child);
    }

    @Override
    public final void removeChild(TestDescriptor descriptor) {
        if (descriptor instanceof Node child && child.parent == this) {
            children.remove(child);
            child.parent = null;
        }
    }

    @Override
    public final void removeFromHierarchy() {
        if (parent != null) {
            parent.removeChild(this);
        }
    }

    @Override
    public final Optional<? extends TestDescriptor> findByUniqueId(UniqueId wanted) {
        if (id.equals(wanted)) {
            return Optional.of(this);
        }
        if (wanted.hasPrefix(id)) {
            for (Node child : children) {
                Optional<? extends TestDescriptor> found = child.findByUniqueId(wanted);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public final void accept(Visitor visitor) {
        visitor.visit(this);
        if (!children.isEmpty()) {
            // A visitor may take out what it visits.
            for (Node child : children.toArray(new Node[0])) {
                child.accept(visitor);
            }
        }
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + ": " + id;
    }

    /** A list of distinct nodes, seen as the set that JUnit asks for. */
    private static final class ChildSet extends AbstractSet<Node> {

        private final List<Node> nodes;

        ChildSet(List<Node> nodes) {
            this.nodes = Collections.unmodifiableList(nodes);
        }

        @Override
        public Iterator<Node> iterator() {
            return nodes.iterator();
        }

        @Override
        public int size() {
            return nodes.size();
        }
    }
}
