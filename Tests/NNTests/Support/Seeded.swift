import Testing

/// The tests that draw from the generator all tests share, one after the other: a layer's initial
/// values are such draws.
@Suite(.serialized) struct Seeded {}
