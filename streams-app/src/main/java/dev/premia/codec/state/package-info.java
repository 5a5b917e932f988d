/**
 * The binary form of everything that is kept in state stores and internal topics: compact, versioned and hand-written.
 *
 * <p>The first byte of every stored value is the version of the format, {@link dev.premia.codec.state.StateFormat#VERSION}.
 * One version covers the whole package, so that nested records need none of their own: they ask
 * {@link dev.premia.codec.state.BinaryReader#version()}. Whoever changes what a codec writes raises the version, keeps
 * reading the older ones and adds golden bytes of the new one.
 *
 * <p>Numbers are variable-length, texts UTF-8 with their length, instants milliseconds and days epoch days. Which nullable
 * fields are present is packed into bits ahead of them. The same value always gives the same bytes.
 */
package dev.premia.codec.state;
