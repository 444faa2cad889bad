/// A place in a text that is asked for by the number of its character and answered by its byte. Whoever asks moves
/// forward, seldom and never far back.
struct CharacterCursor {
  private let bytes: [UInt8]
  private var character = 0
  private var offset = 0

  /// A cursor at the start of valid UTF-8.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The offset at which a character begins, counted from 0; the end of the text where it has fewer.
  mutating func move(to number: Int) -> Int {
    while character < number, offset < bytes.count {
      repeat { offset += 1 } while isWithin
      character += 1
    }
    while character > number, offset > 0 {
      repeat { offset -= 1 } while isWithin
      character -= 1
    }
    return offset
  }

  /// Whether it stands at a byte that continues a character.
  private var isWithin: Bool { offset < bytes.count && bytes[offset] & 0xC0 == 0x80 }
}
