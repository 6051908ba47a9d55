// What a user of Kotlin sends: each case runs on a worker, and says what came of it.

import dev.entourage.*

data class Doc(val id: Int, val text: String?, val tags: List<String> = emptyList())

object Registry {
  val names = mutableListOf("a", "b")
  fun size() = names.size
}

sealed interface Shape { val area: Double }
data class Circle(val r: Double) : Shape { override val area get() = Math.PI * r * r }
object Nowhere : Shape { override val area = 0.0 }
data object Point : Shape { override val area = 0.0 }

@JvmInline value class Meters(val v: Double)

enum class Color {
  RED { override fun f() = 1 },
  BLUE { override fun f() = 2 };
  abstract fun f(): Int
}

class Counter(var n: Int) {
  val twice by lazy { n * 2 }
  val regex = Regex("a+b")
  fun inc() { n++ }
  companion object {
    const val K = 7
    var count = 3
  }
}

class Pipe(val steps: List<(Int) -> Int>) { fun run(x: Int) = steps.fold(x) { a, f -> f(a) } }

interface Greeter { fun greet(s: String): String }
class Polite : Greeter { override fun greet(s: String) = "Dear $s" }
class Loud(g: Greeter) : Greeter by g

typealias Op = (Int) -> Int

fun top(x: Int) = x + 100
fun ident(x: Int) = x

var right = 0
var wrong = 0

fun <T> check(name: String, expected: T, body: () -> T) {
  try {
    val result = body()
    if (result == expected) {
      right++
    } else {
      wrong++
      println("WRONG $name: $result, expected $expected")
    }
  } catch (e: Throwable) {
    wrong++
    println("FAILED $name: " + generateSequence(e) { it.cause }.joinToString(" <- "))
  }
}

fun main(args: Array<String>) {
  Workers.builder().processes(2).backend(args[0]).build().use { w ->
    fun <R> remote(f: () -> R): R = w.submit<R>(RemoteCallable { f() }).join()
    val me = ProcessHandle.current().pid()
    check("pid", true) { remote { ProcessHandle.current().pid() } != me }
    check("data", Doc(1, null)) { remote { Doc(1, null) } }
    check("copy", Doc(2, "x", listOf("t"))) {
      val d = Doc(1, "x", listOf("t"))
      remote { d.copy(id = 2) }
    }
    check("emptyListIdentity", true) { val d = Doc(1, "x"); remote { d.tags === emptyList<String>() } }
    check("objectIdentity", true) { val s: Shape = Nowhere; remote { s === Nowhere } }
    check("objectHome", true) { val s: Shape = Point; remote { s } === Point }
    check("whenSealed", 3.0) {
      val l = listOf<Shape>(Nowhere, Point, Circle(1.0))
      remote { l.sumOf { when (it) { is Circle -> 3.0; Nowhere -> 0.0; Point -> 0.0 } } }
    }
    check("value class", 5.0) { val m = Meters(5.0); remote { m.v } }
    check("enum", 2) { val c = Color.BLUE; remote { c.f() } }
    check("entries", 2) { remote { Color.entries.size } }
    check("lazy before", 42) { val c = Counter(21); remote { c.twice } }
    check("lazy after", 42) { val c = Counter(21); c.twice; c.n = 5; remote { c.twice } }
    check("lazy back", 8) { val c = Counter(4); val d = remote { c.inc(); c.n = 4; c }; d.twice }
    check("regex", true) { val c = Counter(1); remote { c.regex.matches("aaab") } }
    check("companion", 10) { remote { Counter.K + Counter.count } }
    check("fnref", 101) { val f: Op = ::top; remote { f(1) } }
    check("boundref", 3) { val s = "abc"; val f = s::length; remote { f.get() } }
    check("memberref", 3) { val f = String::length; remote { f("abc") } }
    check("ctorref", Doc(3, "q")) {
      val f: (Int, String?, List<String>) -> Doc = ::Doc
      remote { f(3, "q", emptyList()) }
    }
    check("propref", 9) { val p = Counter::n; val c = Counter(9); remote { p.get(c) } }
    check("pipe", 24) {
      val k = 2; val p = Pipe(listOf({ it + 10 }, { it * k }, ::ident))
      remote { p.run(2) }
    }
    check("closure var", 3) { var n = 1; val inc = { n += 2 }; remote { inc(); n } }
    check("sequence", listOf(2, 4)) { val s = sequenceOf(1, 2).map { it * 2 }; remote { s.toList() } }
    check("seq builder", listOf(1, 2)) { remote { sequence { yield(1); yield(2) }.toList() } }
    check("pair", 1 to "x") { remote { 1 to "x" } }
    check("map", mapOf("a" to listOf(1))) { val m = mapOf("a" to listOf(1)); remote { m } }
    check("buildList", listOf(1,2)) { val l = buildList { add(1); add(2) }; remote { l } }
    check("buildMap", mapOf(1 to 2)) { val l = buildMap { put(1, 2) }; remote { l } }
    check("range", 6) { val r = 1..3; remote { r.sum() } }
    check("unit", true) { remote { Unit } === Unit }
    check("unitIn", true) { val u: Any = Unit; remote { u === Unit } }
    check("anon", "hi x") {
      val p = "hi "; val g = object : Greeter { override fun greet(s: String) = p + s }
      remote { g.greet("x") }
    }
    check("delegate", "Dear x") { val g = Loud(Polite()); remote { g.greet("x") } }
    check("result", 4) { val r = runCatching { 4 }; remote { r.getOrThrow() } }
    check("resultFail", "boom") {
      val r: Result<Int> = runCatching { error("boom") }
      remote { r.exceptionOrNull()!!.message }
    }
    check("noinline HOF", 6) {
      val compose = { f: Op, g: Op -> { x: Int -> g(f(x)) } }
      val h = compose({ it + 1 }, { it * 2 })
      remote { h(2) }
    }
    check("map()", listOf(2, 4, 6)) {
      val k = 2
      w.map(listOf(1, 2, 3), RemoteFunction<Int, Int> { it * k })
    }
    check("random", true) {
      val r = kotlin.random.Random(5); val c = kotlin.random.Random(5)
      remote { r.nextInt() } == c.nextInt()
    }
    check("randomDefault", true) {
      val r: kotlin.random.Random = kotlin.random.Random
      remote { r === kotlin.random.Random.Default }
    }
    check("comparator", listOf(3, 2, 1)) {
      val c = compareByDescending<Int> { it }
      remote { listOf(1, 2, 3).sortedWith(c) }
    }
    check("naturalOrder", listOf(1, 2, 3)) {
      val c = naturalOrder<Int>()
      remote { listOf(3, 1, 2).sortedWith(c) }
    }
    check("nested fun", 120) {
      fun fact(n: Int): Int { return if (n < 2) 1 else n * fact(n - 1) }
      remote { fact(5) }
    }
    check("triple", 6) { val (a, b2, c) = Triple(1, 2, 3); remote { a + b2 + c } }
    check("duration", "5s") {
      val d = with(kotlin.time.Duration) { 5.seconds }
      remote { d.toString() }
    }
    check("uint", 4000000000u) { val u = 4000000000u; remote { u } }
    check("arr", 3) { val a = arrayOf(1, 2, 3); remote { a.size } }
    check("suspend lambda builder", listOf(0, 1, 1, 2)) {
      val s = sequence { var a = 0; var b3 = 1; while (true) { yield(a); val t = a + b3; a = b3; b3 = t } }
      remote { s.take(4).toList() }
    }
    check("kclass", "Doc") { val k = Doc::class; remote { k.java.simpleName } }
    check("reg", 2) { remote { Registry.size() } }
    check("exception", "boom") {
      try { remote { require(false) { "boom" } }; "none" } catch (e: Exception) { generateSequence<Throwable>(e) { it.cause }.last().message }
    }
    check("topvar", true) { right; remote { right >= 0 } }
  }
  println("right=$right wrong=$wrong")
}
