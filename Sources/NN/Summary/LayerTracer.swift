internal import Tensors

/// Runs a model once and notes the calls of all its modules.
///
/// After `apply_hooks`, `forward_pass` and `add_missing_container_layers` of torchinfo 1.8.0.
final class LayerTracer {
  private(set) var rows: [LayerRecord] = []
  private var current: [ObjectIdentifier: LayerRecord] = [:]
  private var seen: Set<ObjectIdentifier> = []

  /// The rows of one run, in the order of the calls.
  static func rows(of model: Module, _ input: Tensor) -> [LayerRecord] {
    let tracer = LayerTracer()
    let modules = model.modules()
    let modes = modules.map(\.training)
    tracer.observe(model, "\(model.typeName)", depth: 0, parent: nil)
    model.eval()
    _ = noGrad { model(input) }
    for (module, mode) in zip(modules, modes) {
      module.training = mode
      module.observer = nil
    }
    tracer.addContainers()
    tracer.connect()
    return tracer.rows
  }

  /// A module that is used in several places is noted at the last of them.
  private func observe(_ module: Module, _ name: String, depth: Int, parent: LayerRecord?) {
    let id = ObjectIdentifier(module)
    let fallback = LayerRecord(module, name: name, depth: depth, parent: parent)
    current[id] = fallback
    module.observer = ModuleObserver(
      before: { [unowned self, unowned module] input in
        let record = LayerRecord(module, name: name, depth: depth, parent: parent)
        record.inputShape = input.shape
        append(record, at: rows.count)
        current[id] = record
      },
      after: { [unowned self] output in current[id]?.finish(output) })
    for (name, child) in module.namedChildren() {
      observe(child, name, depth: depth + 1, parent: fallback)
    }
  }

  private func append(_ record: LayerRecord, at index: Int) {
    record.countParameters()
    record.isRecursive = !seen.insert(ObjectIdentifier(record.module)).inserted
    rows.insert(record, at: index)
  }

  /// Puts in the containers that were never called themselves, such as a list of modules.
  private func addContainers() {
    var hierarchy: [Int: LayerRecord] = [:]
    var result = 0
    for record in rows {
      var ancestors: [Int: LayerRecord] = [:]
      var parent = record.parent
      while let ancestor = parent, ancestor.depth > 0 {
        ancestors[ancestor.depth] = ancestor
        parent = ancestor.parent
      }
      for depth in 1..<max(1, record.depth) {
        guard let ancestor = ancestors[depth], hierarchy[depth]?.module !== ancestor.module,
          result == 0 || rows[result - 1] !== ancestor
        else { continue }
        append(ancestor, at: result)
        hierarchy[depth] = ancestor
        result += 1
      }
      hierarchy[record.depth] = record
      hierarchy = hierarchy.filter { $0.key <= record.depth }
      result += 1
    }
  }

  /// Numbers the rows of each depth and finds the rows within each.
  private func connect() {
    var counts: [Int: Int] = [:]
    for (index, record) in rows.enumerated() {
      counts[record.depth, default: 0] += 1
      record.depthIndex = counts[record.depth] ?? 0
      let rest = rows[(index + 1)...]
      record.inner = rest.prefix { $0.depth > record.depth }
    }
  }
}
