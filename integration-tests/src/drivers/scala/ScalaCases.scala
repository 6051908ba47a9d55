// What a user of Scala sends: each case runs on a worker, and says what came of it.

import dev.entourage.*
import scala.collection.mutable
import scala.util.{Try, Failure}

sealed trait Shape
case class Circle(r: Double) extends Shape
case object Nowhere extends Shape
object Plain extends Shape { var hits = 0; def f = 5 }
enum Color { case Red, Green; case Custom(n: Int) }
case class Doc(id: Int, text: Option[String], tags: List[String] = Nil, m: Map[String, Int] = Map.empty)
class Counter(var n: Int) { lazy val twice = n * 2; def inc(): Unit = n += 1 }
trait Greeter { def greet(s: String): String = "hi " + s }
opaque type Meters = Double
object Meters { def apply(d: Double): Meters = d; extension (m: Meters) def v: Double = m }
given ordering: Ordering[Doc] = Ordering.by(_.id)

object ScalaCases {
  var right = 0
  var wrong = 0

  def check[T](name: String, expected: T)(body: => T): Unit =
    try {
      val result = body
      if (result == expected) {
        right += 1
      } else {
        wrong += 1
        println(s"WRONG $name: $result, expected $expected")
      }
    } catch {
      case e: Throwable =>
        wrong += 1
        println(s"FAILED $name: " + Iterator.iterate(e)(_.getCause).takeWhile(_ != null).mkString(" <- "))
    }

  def top(x: Int) = x + 100

  def main(args: Array[String]): Unit = {
    val w = Workers.builder().processes(2).backend(args(0)).build()
    def remote[R](f: () => R): R = w.submit[R](new RemoteCallable[R] { def call() = f() }).join()
    def sam[R](f: RemoteCallable[R]): R = w.submit[R](f).join()
    check("pid", true) {
      val me = ProcessHandle.current.pid
      remote(() => ProcessHandle.current.pid != me)
    }
    check("sam", 3) { val k = 3; sam(() => k) }
    check("case class", Doc(1, Some("x"), List("a"), Map("k" -> 1))) {
      remote(() => Doc(1, Some("x"), List("a"), Map("k" -> 1)))
    }
    check("match", "none") {
      val s: Shape = Nowhere
      remote(() => s match { case Nowhere => "none"; case Plain => "plain"; case Circle(_) => "c" })
    }
    check("matchPlain", "plain") {
      val s: Shape = Plain
      remote(() => s match { case Nowhere => "none"; case Plain => "plain"; case Circle(_) => "c" })
    }
    check("home", true) { val s: Shape = Nowhere; remote(() => s) eq Nowhere }
    check("homePlain", true) { val s: Shape = Plain; remote(() => s) eq Plain }
    check("enum", "g") {
      val c = Color.Green
      remote(() => c match { case Color.Red => "r"; case Color.Green => "g"; case Color.Custom(n) => "c" })
    }
    check("enumParam", 4) {
      val c: Color = Color.Custom(4)
      remote(() => c match { case Color.Custom(n) => n; case _ => 0 })
    }
    check("list", List(2, 4)) { val l = List(1, 2); remote(() => l.map(_ * 2)) }
    check("nil", true) { val l: List[Int] = Nil; remote(() => l eq Nil) }
    check("none", true) { val l: Option[Int] = None; remote(() => l eq None) }
    check("vector", Vector.range(0, 2000)) { val v = Vector.range(0, 2000); remote(() => v) }
    check("map", Map.from((1 to 100).map(i => i -> i.toString))) {
      val m = Map.from((1 to 100).map(i => i -> i.toString))
      remote(() => m)
    }
    check("hashmap keys", Some("v")) {
      val m = Map.from((1 to 100).map(i => Doc(i, None) -> "v"))
      remote(() => m.get(Doc(7, None)))
    }
    check("set", Set(1, 2, 3, 4, 5, 6)) { val s = Set(1, 2, 3, 4, 5, 6); remote(() => s) }
    check("mutable", mutable.Map("a" -> 1)) { val m = mutable.Map("a" -> 1); remote(() => m) }
    check("buffer", mutable.ArrayBuffer(1, 2)) { val m = mutable.ArrayBuffer(1, 2); remote(() => m) }
    check("listbuffer", mutable.ListBuffer(1, 2)) { val m = mutable.ListBuffer(1, 2); remote(() => m) }
    check("treemap", List("a", "b")) {
      val m = scala.collection.immutable.TreeMap("b" -> 1, "a" -> 2)
      remote(() => m.keys.toList)
    }
    check("lazylist", List(0, 1, 2)) { val l = LazyList.from(0); remote(() => l.take(3).toList) }
    check("lazylist forced", List(0, 1, 2)) {
      val l = LazyList.from(0); l.take(5).toList
      remote(() => l.take(3).toList)
    }
    check("range", 6) { val r = 1 to 3; remote(() => r.sum) }
    check("lazy", 42) { val c = Counter(21); remote(() => c.twice) }
    check("lazy forced", 42) { val c = Counter(21); c.twice; c.n = 1; remote(() => c.twice) }
    check("lazy home", 8) { val c = Counter(3); val d = remote(() => { c.inc(); c }); d.twice }
    check("either", Right(3)) { val e: Either[String, Int] = Right(3); remote(() => e) }
    check("try", "boom") {
      val t: Try[Int] = Failure(RuntimeException("boom"))
      remote(() => t.failed.get.getMessage)
    }
    check("tuple", (1, "x", 2.0)) { val t = (1, "x", 2.0); remote(() => t) }
    check("curried", 6) {
      def add(a: Int)(b: Int)(c: Int) = a + b + c; val f = add(1)(2)
      remote(() => f(3))
    }
    check("method value", 101) { val f = top; remote(() => f(1)) }
    check("compose", 12) { val f = ((x: Int) => x + 1) andThen (_ * 2); remote(() => f(5)) }
    check("partial", List(10)) {
      val pf: PartialFunction[Int, Int] = { case 1 => 10 }
      remote(() => List(1, 2).collect(pf))
    }
    check("given", List(1, 2)) {
      val l = List(Doc(2, None), Doc(1, None))
      remote(() => l.sorted.map(_.id))
    }
    check("ordering captured", List(1, 2)) {
      val o = summon[Ordering[Doc]]; val l = List(Doc(2, None), Doc(1, None))
      remote(() => l.sorted(o).map(_.id))
    }
    check("var closure", 3) { var n = 1; val inc = () => n += 2; remote(() => { inc(); n }) }
    check("bigint", BigInt(2).pow(100)) { val x = BigInt(2).pow(100); remote(() => x) }
    check("bigdec", BigDecimal("1.5")) { val x = BigDecimal("1.5"); remote(() => x) }
    check("regex", true) { val r = "a+b".r; remote(() => r.matches("aab")) }
    check("string interp", "x=1") { val x = 1; remote(() => s"x=$x") }
    check("anon trait", "hi x") { val g = new Greeter {}; remote(() => g.greet("x")) }
    check("opaque", 5.0) { val m = Meters(5.0); remote(() => m.v) }
    check("array", List(1, 2)) { val a = Array(1, 2); remote(() => a.toList) }
    check("view", List(2, 3)) { val v = List(1, 2).view.map(_ + 1); remote(() => v.toList) }
    check("iterator", List(1, 2)) { val v = List(1, 2).iterator; remote(() => v.toList) }
    check("symbol", Symbol("a")) { val s = Symbol("a"); remote(() => s) }
    check("bitset", true) { val s = scala.collection.immutable.BitSet(1, 5); remote(() => s(5)) }
    check("queue", List(1, 2)) {
      val q = scala.collection.immutable.Queue(1, 2)
      remote(() => q.toList)
    }
    check("classtag", 2) {
      val ct = scala.reflect.classTag[String]
      remote(() => ct.newArray(2).length)
    }
    check("unit", ()) { remote(() => ()) }
    check("map()", "List(2, 4, 6)") {
      val k = 2
      import scala.jdk.CollectionConverters.*
      w.map(List(1, 2, 3).asJava, (x: Int) => x * k).asScala.toList.toString
    }
    check("duration", "5 seconds") {
      import scala.concurrent.duration.*; val d = 5.seconds
      remote(() => d.toString)
    }
    check("random", true) {
      val r = new scala.util.Random(5); val c = new scala.util.Random(5)
      remote(() => r.nextInt) == c.nextInt
    }
    w.close()
    println(s"right=$right wrong=$wrong")
  }
}
