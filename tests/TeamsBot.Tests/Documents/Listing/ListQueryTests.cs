using AgentHelpdesk.TeamsBot.Documents;
using AgentHelpdesk.TeamsBot.Documents.Listing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace AgentHelpdesk.TeamsBot.Tests.Documents.Listing;

public sealed class ListQueryTests
{
    [Fact]
    public void An_address_says_the_whole_list()
    {
        var query = new ListQuery
        {
            Words = "a & b=\"<c>\"",
            Kind = "lettre réseau",
            Standing = Standing.ToCome,
            OnlyWithProblems = true,
            Column = ListColumn.Chunks,
            IsDescending = true,
            Page = 3,
        };

        Read(query.ToAddress()).ShouldBe(query);
    }

    [Theory]
    [InlineData("/documents?page=-1&tri=nothing&etat=9&sens=x&anomalies=yes")]
    [InlineData("/documents?page=99999999999999999999&etat=InForce%2CRetired")]
    [InlineData("/documents?q=&genre=&tri=1")]
    public void What_no_list_understands_is_left_out(string address) => Read(address).ShouldBe(new ListQuery());

    [Fact]
    public void A_search_longer_than_any_title_is_left_out() => Read("/documents?q=" + new string('x', 5000)).Words.ShouldBeEmpty();

    [Fact]
    public void The_same_column_again_turns_the_order_round()
    {
        var once = new ListQuery { Page = 4 }.By(ListColumn.Chunks);

        once.IsDescending.ShouldBeFalse();
        once.Page.ShouldBe(1);
        once.By(ListColumn.Chunks).IsDescending.ShouldBeTrue();
        once.By(ListColumn.Kind).IsDescending.ShouldBeFalse();
    }

    private static ListQuery Read(string address) => ListQuery.Of(new QueryCollection(QueryHelpers.ParseQuery(address[address.IndexOf('?', StringComparison.Ordinal)..])));
}
