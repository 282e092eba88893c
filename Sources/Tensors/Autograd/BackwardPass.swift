internal import Synchronization

/// One walk from a result back to the leaves.
struct BackwardPass {
  private static let count = Atomic<Int>(0)

  private let number = Self.count.wrappingAdd(1, ordering: .relaxed).newValue
  private let retainGraph: Bool

  init(retainGraph: Bool) { self.retainGraph = retainGraph }

  /// Sends `gradient` through `root` and all nodes behind it, each after all that depend on it.
  func run(from root: AutogradNode, _ gradient: Tensor) {
    countDependents(of: root)
    root.receive(gradient)
    var ready = [root]
    while let node = ready.popLast() {
      if node.isReleased { stopAtReleased(node) }
      if let leaf = node as? LeafNode {
        leaf.gather()
      } else if let gradient = node.pending {
        node.pending = nil
        node.backward(gradient)
      }
      node.inputs.forEach { input in
        input.awaited -= 1
        if input.awaited == 0 { ready.append(input) }
      }
      if !retainGraph { node.finish() }
    }
  }

  /// Counts for every node behind `root` how many gradients it will get.
  private func countDependents(of root: AutogradNode) {
    root.pass = number
    root.awaited = 0
    var open = [root]
    while let node = open.popLast() {
      node.inputs.forEach { input in
        if input.pass != number {
          input.pass = number
          input.awaited = 0
          open.append(input)
        }
        input.awaited += 1
      }
    }
  }

  private func stopAtReleased(_ node: AutogradNode) -> Never {
    misuse(
      "the gradients of \(node.name) were computed before and its values are freed",
      in: "backward",
      hint: "compute the loss again, or call backward(retainGraph: true) the first time")
  }
}
