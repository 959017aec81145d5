package org.hillock.core.training;

import java.util.Optional;

/** Where a training leaves what it has reached, and finds it again. */
public interface Checkpoints {

  /** Keeps nothing. */
  Checkpoints NONE =
      new Checkpoints() {
        @Override
        public Optional<Checkpoint> last() {
          return Optional.empty();
        }

        @Override
        public void save(Checkpoint checkpoint) {
          // nothing is kept
        }
      };

  /** What was saved last; empty where nothing was. */
  Optional<Checkpoint> last();

  /** Saves in place of what was saved before. */
  void save(Checkpoint checkpoint);
}
