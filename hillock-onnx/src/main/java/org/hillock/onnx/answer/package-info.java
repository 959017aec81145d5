/**
 * A graph that answers as it stands, without being read into a network: which of its values stand
 * for neurons, where an image goes in, where an answer comes out, and a session that is asked like
 * any other. Start with {@link org.hillock.onnx.answer.AnsweringGraph}. Runs on {@code runtime},
 * knows the ranges of {@code read} and the counts of {@code census}.
 */
@NullMarked
package org.hillock.onnx.answer;

import org.jspecify.annotations.NullMarked;
