import Tensors

/// Cuts a data set at random into parts of given sizes that share no item.
///
///     manualSeed(0)
///     let parts = randomSplit(train, [50_000, 10_000])
///     print(parts[0].count, parts[1].count)   // 50000 10000
///
/// For the same seed the parts are those of `torch.utils.data.random_split`.
///
/// Stops the cell unless the sizes add up to the number of items.
public func randomSplit<Base: Dataset>(
  _ dataset: Base, _ counts: [Int], generator: Generator = .shared
) -> [Subset<Base>] {
  guard counts.allSatisfy({ $0 >= 0 }), counts.reduce(0, +) == dataset.count else {
    misuse(
      "the parts \(counts) hold \(counts.reduce(0, +)) items, the set \(dataset.count)",
      in: "randomSplit", hint: "give sizes that add up, or fractions, as in [0.8, 0.2]")
  }
  let order = Tensor.randperm(dataset.count, generator: generator).scalars(as: Int.self)
  var start = 0
  return counts.map { count in
    defer { start += count }
    return Subset(dataset, indices: Array(order[start..<start + count]))
  }
}

/// Cuts a data set at random into parts of given fractions that share no item.
///
///     let parts = randomSplit(train, [0.8, 0.2])
///
/// As in PyTorch, each part is rounded down, and what remains goes to the parts one by one, the
/// first one first.
///
/// Stops the cell when a fraction is negative or they do not add up to 1.
public func randomSplit<Base: Dataset>(
  _ dataset: Base, _ fractions: [Double], generator: Generator = .shared
) -> [Subset<Base>] {
  let sum = fractions.reduce(0, +)
  guard !fractions.isEmpty, fractions.allSatisfy({ $0 >= 0 }), abs(sum - 1) < 1e-9 else {
    misuse(
      "the fractions \(fractions) add up to \(sum)", in: "randomSplit",
      hint: "give fractions that add up to 1")
  }
  var counts = fractions.map { Int((Double(dataset.count) * $0).rounded(.down)) }
  for place in 0..<(dataset.count - counts.reduce(0, +)) { counts[place % counts.count] += 1 }
  return randomSplit(dataset, counts, generator: generator)
}
