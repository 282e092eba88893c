/// Stops the cell with a message: what was asked for, and what to write instead.
func misuse(_ problem: String, hint: String) -> Never {
  fatalError("plt: \(problem)\nhint: \(hint)")
}
