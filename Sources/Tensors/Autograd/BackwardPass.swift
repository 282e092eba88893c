internal import Synchronization

/// One walk from results back to the leaves, or to the tensors whose gradients were asked for.
struct BackwardPass {
  private static let passes = Atomic<Int>(0)

  private let number = Self.passes.wrappingAdd(1, ordering: .relaxed).newValue
  private let retainGraph: Bool

  init(retainGraph: Bool) { self.retainGraph = retainGraph }

  /// Sends `gradient` through `root` and all nodes behind it, each after all that depend on it.
  func run(from root: AutogradNode, _ gradient: Tensor) {
    count(root) { _ in true }
    root.receive(gradient)
    var ready = [root]
    while let node = ready.popLast() {
      if node.isReleased { stopAtReleased(node) }
      if let hooks = node.hooks { node.pending = node.pending.map(hooks.apply) }
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

  /// The gradients that arrive at `targets`; no leaf gathers any, and nothing else is computed.
  func gradients(
    from root: AutogradNode, _ gradient: Tensor, at targets: [AutogradNode]
  ) -> [Tensor?] {
    var found: [ObjectIdentifier: Tensor?] = [:]
    for target in targets { found[ObjectIdentifier(target)] = .some(nil) }
    let path = nodes(from: root) { found[ObjectIdentifier($0)] != nil }
    guard path.contains(ObjectIdentifier(root)) else { return targets.map { _ in nil } }
    func isOnPath(_ node: AutogradNode) -> Bool { path.contains(ObjectIdentifier(node)) }
    count(root, where: isOnPath)
    root.receive(gradient)
    var ready = [root]
    while let node = ready.popLast() {
      if let hooks = node.hooks { node.pending = node.pending.map(hooks.apply) }
      let isOwned = node.ownsPending
      let arrived = node.pending
      node.pending = nil
      if found[ObjectIdentifier(node)] != nil {
        found[ObjectIdentifier(node)] = .some(isOwned ? arrived : arrived?.clone())
      }
      guard node.inputs.contains(where: isOnPath) else { continue }
      if node.isReleased { stopAtReleased(node) }
      if let arrived { node.backward(arrived) }
      node.inputs.forEach { input in
        if !isOnPath(input) {
          input.pending = nil
        } else {
          input.awaited -= 1
          if input.awaited == 0 { ready.append(input) }
        }
      }
      if !retainGraph { node.finish() }
    }
    return targets.map { found[ObjectIdentifier($0)] ?? nil }
  }

  /// Counts for every node behind `root` how many gradients it will get.
  private func count(_ root: AutogradNode, where isCounted: (AutogradNode) -> Bool) {
    root.pass = number
    root.awaited = 0
    var open = [root]
    while let node = open.popLast() {
      node.inputs.forEach { input in
        guard isCounted(input) else { return }
        if input.pass != number {
          input.pass = number
          input.awaited = 0
          open.append(input)
        }
        input.awaited += 1
      }
    }
  }

  /// The nodes behind `root` that are targets, or from which one can be reached.
  private func nodes(
    from root: AutogradNode, leadingTo isTarget: (AutogradNode) -> Bool
  ) -> Set<ObjectIdentifier> {
    var seen: Set<ObjectIdentifier> = []
    var path: Set<ObjectIdentifier> = []
    // Each node twice: before its inputs, and after them.
    var open = [(node: root, isDone: false)]
    while let (node, isDone) = open.popLast() {
      if isDone {
        let leads = node.inputs.contains { path.contains(ObjectIdentifier($0)) }
        if leads || isTarget(node) { path.insert(ObjectIdentifier(node)) }
      } else if seen.insert(ObjectIdentifier(node)).inserted {
        open.append((node, true))
        node.inputs.forEach { open.append(($0, false)) }
      }
    }
    return path
  }

  private func stopAtReleased(_ node: AutogradNode) -> Never {
    misuse(
      "the gradients of \(node.name) were computed before and its values are freed",
      in: "backward",
      hint: "compute the loss again, or call backward(retainGraph: true) the first time")
  }
}
