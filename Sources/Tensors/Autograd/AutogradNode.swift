/// One step of a computation, remembered so that gradients can flow back through it.
///
/// An operation makes one node per result. The node knows the nodes of the operation's inputs and
/// keeps the values its derivative needs. Subclasses override `backward`, which turns the gradient
/// with respect to the result into gradients with respect to the inputs, and `release`, which drops
/// the kept values.
package class AutogradNode {
  /// The nodes of the inputs in the order of the arguments; nil for one that needs no gradient.
  package final var inputs: Inputs

  /// The sum of the gradients that have arrived in the running backward pass.
  final var pending: Tensor?
  /// How many gradients are still to arrive, and in which pass that was counted.
  final var awaited = 0
  final var pass = 0
  /// What the gradient passes when it arrives, if anything.
  final var hooks: GradientHooks?
  /// Whether the kept values are gone because a backward pass went through.
  final var isReleased = false

  package init(_ inputs: Inputs) { self.inputs = inputs }

  /// What `grad_fn=<...>` shows: PyTorch's name, which is that of the class with a zero.
  package var name: String { "\(type(of: self))0" }

  /// Sends the gradient of each input that `needs` one, by `send(_:to:)`.
  package func backward(_ gradient: Tensor) {
    fatalError("\(type(of: self)) has no derivative")
  }

  /// Drops what was kept for `backward`.
  package func release() {}

  /// Frees what only a second pass could need.
  func finish() {
    isReleased = true
    release()
    hooks?.removeAll()
  }

  /// Whether input number `index` needs a gradient.
  package final func needs(_ index: Int) -> Bool { inputs[index] != nil }

  /// Adds to the gradient of input number `index`.
  package final func send(_ gradient: Tensor, to index: Int) {
    inputs[index]?.receive(gradient)
  }

  /// Adds to the gradient of this node's tensor.
  final func receive(_ gradient: Tensor) {
    if pending == nil {
      pending = gradient
    } else if ownsPending {
      pending?.addInPlace(gradient)
    } else if let sum = pending {
      pending = sum + gradient
    }
  }

  /// Whether nobody else sees the elements of `pending`, so that they may be changed.
  final var ownsPending: Bool {
    isKnownUniquelyReferenced(&pending)
      && isKnownUniquelyReferenced(&pending!.layout.storage) && pending!.isContiguous
  }

  /// Long chains are taken apart one by one: each node would otherwise free the next from within
  /// its own deinitialiser, and overflow the stack.
  deinit {
    var doomed: [AutogradNode] = []
    inputs.moveUnshared(into: &doomed)
    while let node = doomed.popLast() { node.inputs.moveUnshared(into: &doomed) }
  }
}

/// The input nodes of a node: up to three held in place, more in an array.
package struct Inputs {
  private var first: AutogradNode?
  private var second: AutogradNode?
  private var third: AutogradNode?
  private var more: [AutogradNode?]

  package init(
    _ first: AutogradNode?, _ second: AutogradNode? = nil, _ third: AutogradNode? = nil
  ) {
    self.first = first
    self.second = second
    self.third = third
    more = []
  }

  package init(_ nodes: [AutogradNode?]) {
    self.init(
      nodes.count > 0 ? nodes[0] : nil, nodes.count > 1 ? nodes[1] : nil,
      nodes.count > 2 ? nodes[2] : nil)
    more = Array(nodes.dropFirst(3))
  }

  @inline(__always)
  package subscript(index: Int) -> AutogradNode? {
    switch index {
    case 0: first
    case 1: second
    case 2: third
    default: more[index - 3]
    }
  }

  /// Whether no input needs a gradient.
  package var isEmpty: Bool {
    first == nil && second == nil && third == nil && !more.contains { $0 != nil }
  }

  func contains(where matches: (AutogradNode) -> Bool) -> Bool {
    var found = false
    forEach { found = found || matches($0) }
    return found
  }

  func forEach(_ body: (AutogradNode) -> Void) {
    if let first { body(first) }
    if let second { body(second) }
    if let third { body(third) }
    for case let node? in more { body(node) }
  }

  /// Moves the nodes that nobody else holds into `nodes`.
  mutating func moveUnshared(into nodes: inout [AutogradNode]) {
    Self.moveUnshared(&first, into: &nodes)
    Self.moveUnshared(&second, into: &nodes)
    Self.moveUnshared(&third, into: &nodes)
    for index in more.indices { Self.moveUnshared(&more[index], into: &nodes) }
  }

  @inline(__always)
  private static func moveUnshared(
    _ node: inout AutogradNode?, into nodes: inout [AutogradNode]
  ) {
    guard isKnownUniquelyReferenced(&node), let found = node else { return }
    nodes.append(found)
    node = nil
  }
}
