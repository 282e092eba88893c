import TestSupport
import Testing

/// The tests that seed what they draw, such as a layer's initial values.
@Suite(.ownGenerator) struct Seeded {}
