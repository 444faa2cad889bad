import Diagnostics
import Dispatch
import Synchronization

extension RandomAccessCollection where Self: Sendable, Index == Int {
  /// The results for all elements in their order, worked out on all processors.
  public func mapInParallel<Result: Sendable>(_ transform: @escaping @Sendable (Element) -> Result) -> [Result] {
    let first = startIndex
    let found = Mutex<[Result?]>(Array(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { step in
      let result = transform(self[first + step])
      found.withLock { $0[step] = result }
    }
    return found.withLock { $0 }.compactMap { $0 }
  }

  /// Reads something from each element on all processors; what is wrong is reported in their order.
  public func readInParallel<Result: Sendable>(
    _ problems: Problems, _ read: @escaping @Sendable (Element, Problems) throws(Rejection) -> Result?
  ) -> [Result] {
    let outcomes = mapInParallel { element -> (result: Result?, diagnostics: [Diagnostic]) in
      let own = Problems()
      do throws(Rejection) {
        return (try read(element, own), own.diagnostics)
      } catch {
        return (nil, own.diagnostics + error.diagnostics)
      }
    }
    outcomes.flatMap(\.diagnostics).forEach(problems.report)
    return outcomes.compactMap(\.result)
  }
}
