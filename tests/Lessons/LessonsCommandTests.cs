using BenchGate.Errors;
using Benchmarks.Lessons;
using Tests.Cli;

namespace Tests.Lessons;

public sealed class LessonsCommandTests
{
    [Fact]
    public async Task Without_numbers_they_are_listed()
    {
        Typed list = await Typed.RunAsync("lessons");

        Assert.Equal((ExitCodes.Ok, ""), (list.Exit, list.Error));
        Assert.All(LessonCatalog.All, lesson =>
        {
            Assert.Contains($"{lesson.Number}  {lesson.Title}\n", list.Output, StringComparison.Ordinal);
            Assert.Contains(lesson.Question, list.Output, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("no lesson 99; there are: 1", "lessons", "99")]
    [InlineData("no lesson 0; there are: 1", "lessons", "--check", "0")]
    [InlineData("no lesson first; there are: 1", "lessons", "first")]
    [InlineData("no option -1; there are: --all", "lessons", "--check", "-1")]
    [InlineData("--all", "lessons", "1", "--all")]
    [InlineData("--write needs the numbers of lessons, or --all", "lessons", "--write")]
    [InlineData("no lesson 99", "child", "run-cold-lesson", "99", "nothing", "1")]
    [InlineData("needs no new process", "child", "run-cold-lesson", "1", "nothing", "1")]
    [InlineData("count is '-1'; allowed is a whole number from 1 to 10000", "child", "run-cold-lesson", "10", "await", "-1")]
    [InlineData("no subject 'a/b', or it needs --server", "child", "run-cold-lesson", "10", "a/b", "1")]
    [InlineData("no subject 'await', or it needs --server", "child", "run-cold-lesson", "10", "await", "1")]
    [InlineData("blocks for 'long' ms; allowed is a number above 0 up to 60000", "child", "run-cold-lesson", "11", "event long", "1")]
    [InlineData("--server is 'here'; allowed is http://ADDRESS:PORT", "child", "run-cold-lesson", "11", "send", "1", "--server", "here")]
    public async Task What_cannot_be_done_is_refused(string reason, params string[] args) => (await Typed.RunAsync(args)).IsRefused(reason);
}
