/// A place's history of offsets, as the binary files of the time zone database hold it (RFC 8536).
struct ZoneFile: Sendable {
  static let mark = Array("TZif".utf8)

  /// When an offset began to hold, in seconds since 1970, in order.
  private let starts: [Int64]
  /// The offset that holds from the start of the same number.
  private let offsets: [Int]
  /// The offset before the first start.
  private let first: Int
  /// What holds behind the last start.
  private let rule: DaylightRule?

  /// Reads the 64-bit part of a file; nil when it is none.
  init?(_ bytes: [UInt8]) {
    var reader = BigEndianReader(bytes)
    guard let old = Header(&reader), old.version >= 0x32, reader.skip(old.size(timeBytes: 4)),
      let header = Header(&reader)
    else { return nil }
    guard let starts = reader.numbers(header.times, bytes: 8), let kinds = reader.numbers(header.times, bytes: 1),
      let offsets = reader.kinds(header.kinds), !offsets.isEmpty, kinds.allSatisfy({ offsets.indices ~= Int($0) })
    else { return nil }
    guard reader.skip(header.letters + header.leaps * 12 + header.standards + header.universals) else { return nil }
    self.starts = starts
    self.offsets = kinds.map { offsets[Int($0)] }
    first = offsets[0]
    rule = DaylightRule(reader.rest.split(separator: 0x0A).first.map { String(decoding: $0, as: UTF8.self) } ?? "")
  }

  /// Seconds to add to UTC at a moment.
  func offset(at seconds: Int64) -> Int {
    guard let last = starts.last, seconds < last else {
      return rule?.offset(at: seconds) ?? offsets.last ?? first
    }
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? first : offsets[low - 1]
  }

  private struct Header {
    let version: UInt8
    let universals, standards, leaps, times, kinds, letters: Int

    init?(_ reader: inout BigEndianReader) {
      guard reader.rest.starts(with: ZoneFile.mark), reader.skip(4), let version = reader.numbers(1, bytes: 1),
        reader.skip(15), let counts = reader.numbers(6, bytes: 4), counts.allSatisfy({ (0...100_000).contains($0) })
      else { return nil }
      self.version = UInt8(truncatingIfNeeded: version[0])
      (universals, standards, leaps) = (Int(counts[0]), Int(counts[1]), Int(counts[2]))
      (times, kinds, letters) = (Int(counts[3]), Int(counts[4]), Int(counts[5]))
    }

    func size(timeBytes: Int) -> Int {
      times * (timeBytes + 1) + kinds * 6 + letters + leaps * (timeBytes + 4) + standards + universals
    }
  }
}

/// Reads numbers of a binary file, the most significant byte first.
private struct BigEndianReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var rest: ArraySlice<UInt8> { bytes[place...] }

  mutating func skip(_ count: Int) -> Bool {
    guard count <= bytes.count - place else { return false }
    place += count
    return true
  }

  mutating func numbers(_ count: Int, bytes width: Int) -> [Int64]? {
    let start = place
    guard skip(count * width) else { return nil }
    return (0..<count).map { number in
      let from = start + number * width
      // One byte is an index or a version; more are signed.
      let seed: Int64 = width > 1 && bytes[from] >= 0x80 ? -1 : 0
      return bytes[from..<(from + width)].reduce(seed) { $0 << 8 | Int64($1) }
    }
  }

  /// The offsets of the kinds of local time.
  mutating func kinds(_ count: Int) -> [Int]? {
    var offsets: [Int] = []
    for _ in 0..<count {
      guard let offset = numbers(1, bytes: 4), skip(2) else { return nil }
      offsets.append(Int(offset[0]))
    }
    return offsets
  }
}
