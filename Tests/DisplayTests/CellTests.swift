import Display
import Synchronization
import Testing

/// The end of a cell, and what is shown.
@Suite(.serialized) struct CellTests {
  /// Hooks run once, in order, those that a hook adds after those before it.
  @Test func endOfCell() {
    let order = Order()
    Cell.atEnd {
      order.append(1)
      Cell.atEnd { order.append(3) }
    }
    Cell.atEnd { order.append(2) }
    Cell.finish()
    #expect(order.values == [1, 2, 3])
    Cell.finish()
    #expect(order.values == [1, 2, 3])
  }

  /// What a failed cell left is dropped when the next one starts.
  @Test func failedCell() {
    let order = Order()
    Cell.atEnd { order.append(1) }
    Cell.start()
    Cell.finish()
    #expect(order.values == [])
  }

  /// Every bundle has plain text: the type's own, or the text form of the value.
  @Test func plainTextIsAdded() {
    struct Swatch: Displayable {
      var colour: String
      var mimeBundle: MIMEBundle { .html("<b>\(colour)</b>") }
    }
    let bundle = MIMEBundle(showing: Swatch(colour: "red"))
    #expect(bundle.entries.map(\.type) == ["text/html", "text/plain"])
    #expect(bundle["text/plain"] == .text(#"Swatch(colour: "red")"#))
    #expect(
      MIMEBundle(showing: Optional(MIMEBundle.text("as it is")) as Any)["text/plain"]
        == .text("as it is"))
    #expect(MIMEBundle(showing: MIMEBundle.svg("<svg/>"))["text/plain"] == .text("(image/svg+xml)"))
  }

  /// Displays have names of their own.
  @Test func displayIDs() {
    #expect(DisplayHandle.freshID() != DisplayHandle.freshID())
  }
}

private final class Order: Sendable {
  private let list = Mutex<[Int]>([])
  var values: [Int] { list.withLock { $0 } }
  func append(_ value: Int) { list.withLock { $0.append(value) } }
}
