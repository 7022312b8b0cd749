using AgentHelpdesk.Knowledge.Documents;
using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Tests.Answers;

public sealed class PeriodTextTests
{
    [Theory]
    [InlineData("2024-03-15", "2024-03-15", "2024-03-15")]
    [InlineData("15/03/2024", "2024-03-15", "2024-03-15")]
    [InlineData(" 5/3/2024 ", "2024-03-05", "2024-03-05")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("03/2024", "2024-03-01", "2024-03-31")]
    [InlineData("2024", "2024-01-01", "2024-12-31")]
    public void Reads_a_day_a_month_or_a_year(string text, string first, string last)
    {
        PeriodText.TryParse(text, out var period).ShouldBeTrue();

        period.ShouldBe(new AsOf(DateOnly.Parse(first, null), DateOnly.Parse(last, null)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("mars")]
    [InlineData("31/02/2024")]
    [InlineData("2024-13")]
    [InlineData("0001")]
    [InlineData("9999")]
    [InlineData("15/03/24")]
    [InlineData("2024-03-15T00:00")]
    [InlineData("١٥/٠٣/٢٠٢٤")]
    public void Declines_what_is_no_date(string text) => PeriodText.TryParse(text, out _).ShouldBeFalse();
}
