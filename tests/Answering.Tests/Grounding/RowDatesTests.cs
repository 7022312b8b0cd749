using System.Collections.Immutable;
using AgentHelpdesk.Answering.Grounding;

namespace AgentHelpdesk.Answering.Tests.Grounding;

public sealed class RowDatesTests
{
    [Theory]
    [InlineData("2023-05-10", "1er janvier 2025|1er janvier 2023|1er avril 2014", 1)]
    [InlineData("2026-01-01", "1er janvier 2025|1er janvier 2023|1er avril 2014", 0)]
    [InlineData("2014-03-31", "1er janvier 2025|1er janvier 2023|1er avril 2014", null)]
    [InlineData("2023-05-10", "2024|2023|2022", 1)]
    [InlineData("2015-02-01", "janvier 2014|janvier 2015|juillet 2015", 1)]
    [InlineData("2019-06-01", "du 1er mai 2019 au 30 avril 2020|du 1er mai 2020 au 30 avril 2021", 0)]
    [InlineData("2021-05-01", "du 1er mai 2019 au 30 avril 2020|du 1er mai 2020 au 30 avril 2021", null)]
    [InlineData("2012-06-01", "À compter du 01/04/2012|À compter du 01/04/2011", 0)]
    [InlineData("2010-06-01", "jusqu'au 31 décembre 2012|2013|2014", 0)]
    public void The_row_in_force_is_the_last_begun_whose_period_holds_the_day(string day, string dates, int? expected)
    {
        var periods = RowDates.Of(["Date d'effet", "Valeur"], [.. dates.Split('|').Select(date => ImmutableArray.Create(date, "10 €"))]);

        RowDates.InForceOn(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), periods.ShouldNotBeNull()).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Année de naissance", "1952|1953|1954", "years of birth")]
    [InlineData("Cotisation", "CSG 2019|CRDS|Retraite", "labels")]
    [InlineData("Catégorie", "1re catégorie|2e catégorie|3e catégorie", "ordinals")]
    public void A_table_of_something_else_is_no_series_of_dates(string header, string cells, string of) =>
        RowDates.Of([header, "Valeur"], [.. cells.Split('|').Select(cell => ImmutableArray.Create(cell, "10 €"))]).ShouldBeNull(of);
}
